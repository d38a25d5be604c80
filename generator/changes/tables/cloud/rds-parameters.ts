// Parameter groups of databases. Most parameters tune; the few that guard something are known here by name.
import { changed } from '../../directions.ts';
import { asMapping } from '../../documents.ts';
import type { Judge, Manifest, Ruling } from '../../knowledge.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const groups = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html';
const cloudformation =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbparametergroup.html';

/** What no longer holds once the parameter leaves these values, or goes. */
const guards: Readonly<
  Record<string, { readonly values: RegExp; readonly reason: string; readonly source: string }>
> = {
  require_secure_transport: {
    values: /^(?:1|on)$/i,
    reason: 'clients may connect in the clear',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html',
  },
  local_infile: {
    values: /^(?:0|off)$/i,
    reason: 'clients may load files of their own',
    source: 'https://mariadb.com/docs/server/server-management/variables-and-modes/server-system-variables',
  },
  server_audit_logging: {
    values: /^(?:1|on)$/i,
    reason: 'what is done in the database is recorded no more',
    source: 'https://mariadb.com/docs/server/reference/plugins/mariadb-audit-plugin',
  },
};

function readValue(manifest: Manifest, name: string): string | undefined {
  const { parameter } = asMapping(asMapping(manifest.spec).forProvider);
  const found = (Array.isArray(parameter) ? parameter : []).map(asMapping).find((one) => one.name === name);
  return found?.value === undefined ? undefined : String(found.value);
}

const judgeGuards: Judge = (pairs) =>
  pairs.flatMap(({ object, before, after }) => {
    if (before === undefined || after === undefined || before === after) return [];
    return Object.entries(guards).flatMap(([name, { values, reason, source }]): Ruling[] => {
      const [old, now] = [readValue(before, name), readValue(after, name)];
      if (!values.test(old ?? '') || values.test(now ?? '')) return [];
      const [was, is] = [old, now].map((value) => (value === undefined ? undefined : `${name}: ${value}`));
      const field = 'spec.forProvider.parameter';
      return [{ object, field, before: was, after: is, lane: 'exposure', reason, source }];
    });
  });

export const parameterGroup = managed(
  'rds',
  'ParameterGroup',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['stuck', 'AWS does not delete it while a database uses it'],
    source: groups,
    judge: judgeGuards,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', cloudformation, {
      family: 'a group keeps its family: a new major version needs a new group',
      description: 'a group keeps its description',
    }),
    ...tell(changed, 'downtime', groups, {
      parameter: 'the database works otherwise, by static parameters only once somebody restarts it',
    }),
    ...fine('skipDestroy'),
  ],
);
