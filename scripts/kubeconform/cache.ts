// Where scripts keep what they can make again: inside `node_modules`, so that a fresh install starts clean.

import { fileURLToPath } from 'node:url';

export const cache = fileURLToPath(new URL('../../node_modules/.cache/tenantry', import.meta.url));
