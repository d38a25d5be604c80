// A role that AWS Backup takes on, for one tenant. Refuses to know what for.
import type { Template } from '../model/composition.ts';
import { fromClaim } from './composition.ts';
import { principalTag } from './tags.ts';
import { externalName, filled, managedTemplate } from './template.ts';

export interface BackupRolePlan {
  /** Of its template. */
  readonly name: string;
  /** The claim's field with its name in AWS. */
  readonly role: string;
  readonly description: string;
  /** In which `<spec.region>` stands for a field of the claim. */
  readonly permissions: readonly object[];
}

const trust = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'BackupOfThisAccount',
      Effect: 'Allow',
      Principal: { Service: 'backup.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '<spec.account>' } },
    },
  ],
};

export function backupRoleTemplates({ name, role, description, permissions }: BackupRolePlan): Template[] {
  return [
    managedTemplate({
      name,
      service: 'iam',
      kind: 'Role',
      mayDelete: true,
      isTagged: true,
      forProvider: {},
      patches: [
        fromClaim(role, externalName),
        fromClaim('spec.tenant', `spec.forProvider.tags.${principalTag}`),
        filled(description, 'spec.forProvider.description'),
        filled(JSON.stringify(trust), 'spec.forProvider.assumeRolePolicy'),
      ],
    }),
    managedTemplate({
      name: `${name}-policy`,
      service: 'iam',
      kind: 'RolePolicy',
      mayDelete: true,
      isTagged: false,
      forProvider: {},
      patches: [
        fromClaim(role, 'spec.forProvider.role'),
        filled(JSON.stringify({ Version: '2012-10-17', Statement: permissions }), 'spec.forProvider.policy'),
      ],
    }),
  ];
}
