// Claims of ours, of which Crossplane makes what its compositions say: what a change of a claim does to the things it is
// made of.
import { added, changed, removed, replaced } from '../directions.ts';
import type { Knowledge } from '../knowledge.ts';
import { commonRows } from './common.ts';
import { composed } from './composed.ts';
import { verdict } from './rows.ts';
import { below } from './tell.ts';

const groups = 'https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html';
const rules = 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html';
/** `x-kubernetes-validations` in it. */
const schema = 'schemas/kubernetes/tenantry.dev/networkclaim_v1alpha1.json';

const { tell } = below('spec');

const network: Knowledge = {
  group: 'tenantry.dev',
  kind: 'NetworkClaim',
  nature: 'access',
  created: verdict('downtime', 'pods that start from now on are held by other security groups', groups),
  deleted: verdict('downtime', 'with its rules goes the only way to the databases and caches', rules),
  rows: [
    ...commonRows,
    ...tell(changed, 'rejected', schema, {
      '{region,vpcId}': 'security groups stay where they are',
      '{tenant,cluster}': 'a network does not pass to others',
    }),
    ...tell(changed, 'exposure', groups, {
      clusterSecurityGroupId: 'another group decides who reaches the pods beside the tenant',
    }),
    ...tell(added, 'exposure', rules, {
      'services[]': 'pods of another service get through to the databases and caches',
      peerPodCidr: 'pods of the other cluster get through to the database',
    }),
    ...tell(replaced, 'exposure', rules, {
      peerPodCidr: 'pods of another range get through to the database, and those of the old one no more',
    }),
    ...tell(removed, 'downtime', rules, {
      'services[]': 'pods of the service that start from now on reach no database or cache',
      peerPodCidr: 'pods of the other cluster reach the database no more',
    }),
  ],
};

export const claims: readonly Knowledge[] = [network].map(composed);
