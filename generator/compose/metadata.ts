// What every object of one service is called and labelled. Knows no kind.
import { serviceLabels } from '../model/labels.ts';
import type { Metadata } from '../model/manifest.ts';
import type { ResolvedService, TenantTarget } from '../model/target.ts';

type ServiceMetadata = Required<Pick<Metadata, 'name' | 'namespace' | 'labels'>>;

/** Objects of different kinds share the service's name. */
export function metadataOf({ tenant, namespace }: TenantTarget, { name }: ResolvedService): ServiceMetadata {
  return { name, namespace, labels: serviceLabels(tenant.id, name) };
}
