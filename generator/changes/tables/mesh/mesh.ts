// The mesh: who is let in, where requests go, and what proxies do with them.
import type { Knowledge } from '../../knowledge.ts';
import { proxies } from './proxies.ts';
import { routes } from './routes.ts';
import { security } from './security.ts';
import { services } from './services.ts';

export const istio: readonly Knowledge[] = [...security, ...routes, ...services, ...proxies];
