// What a suspended tenant's users see. Knows how NGINX reads it; refuses to know why the tenant is suspended.
import { createRequire } from 'node:module';
import type { TenantTarget } from '../model/target.ts';
import pages from './generated/pages.cjs';

const require = createRequire(import.meta.url);

/** HTML in ASCII, without what means something to NGINX in a quoted text: `"`, `\` and `$`. */
export function renderMaintenancePage({ tenant }: Pick<TenantTarget, 'tenant'>): string {
  // Few tenants are suspended: a run without one does not load the runtime.
  const { template } = require('handlebars/runtime') as typeof import('handlebars');
  return template(pages.maintenance)({ name: spell(tenant.displayName) });
}

/** Text that neither HTML nor NGINX can take for anything else. */
function spell(text: string): string {
  return text.replace(/[^A-Za-z0-9 ]/gu, (character) => `&#${character.codePointAt(0)};`);
}
