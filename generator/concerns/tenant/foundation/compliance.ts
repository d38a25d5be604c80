// What the tenant must keep and tell, and which rendered field shows that it is so: for auditors, in git and on the
// cluster. It names the fields by what they are called; `check` holds each against the tree.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { kube } from '../../../compose/kube.ts';
import { fillWords } from '../../../model/evidence.ts';
import type { Control } from '../../../model/generated/inputs.ts';
import { tenantLabels } from '../../../model/labels.ts';
import { controlMatrix } from '../../../model/names.ts';
import type { Obligation } from '../../../model/obligation.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, namespace, compliance } = target;
  const controls = Object.entries(compliance.controls).filter(([, control]) => isShown(control, target));
  const { states, frameworks, residency } = compliance;
  const obligations = compliance.obligations.map(tellObligation);
  add(
    chart,
    kube.configMap({
      metadata: { name: controlMatrix, namespace, labels: tenantLabels(tenant.id) },
      data: {
        'obligations.json': render({ states, frameworks, residency, obligations }),
        ...Object.fromEntries(controls.map(([id, one]) => [`${id}.control.json`, render(tell(one, target))])),
      },
    }),
  );
}

/** What exists in some states alone, or at home alone, is no evidence elsewhere. */
function isShown({ lifecycles, at = 'everywhere' }: Control, { tenant, isHome }: TenantTarget): boolean {
  const isHere = at === 'everywhere' || (at === 'home') === isHome;
  return isHere && (lifecycles?.includes(tenant.lifecycle) ?? true);
}

function tell({ requirement, statement, evidence }: Control, target: TenantTarget): object {
  const obligation = target.compliance.obligations.find((one) => one.requirement === requirement);
  return {
    requirement,
    statement,
    ...(obligation === undefined ? {} : tellAskers(obligation)),
    evidence: evidence.map(({ compare = 'equal', ...one }) => ({
      ...one,
      name: fillWords(one.name, target),
      field: [...one.field],
      expected: fillWords(one.expected, target),
      compare,
    })),
  };
}

function tellObligation({ requirement, measure, value, ...rest }: Obligation): object {
  return { requirement, ...(measure === 'duty' ? {} : { measure, value }), ...tellAskers(rest) };
}

/** Who asks for it; where a state's law is not known, who asks elsewhere. Files and not lines: those move with neighbours. */
function tellAskers({ unknownOf, decidedBy }: Pick<Obligation, 'unknownOf' | 'decidedBy'>): object {
  return {
    ...(unknownOf.length === 0 ? {} : { assumedBecauseUnknownOf: unknownOf }),
    askedBy: decidedBy.map(({ party, citation, file }) => ({
      party,
      ...(citation === '' ? {} : { citation }),
      file,
    })),
  };
}

/** JSON with a line for each row: a change of one is a line of a diff, and a thousand tenants stay small. */
function render(value: object): string {
  const members = Object.entries(value).map(
    ([key, member]) => `  ${JSON.stringify(key)}: ${renderMember(member)}`,
  );
  return `{\n${members.join(',\n')}\n}\n`;
}

function renderMember(member: unknown): string {
  if (!Array.isArray(member) || typeof member[0] !== 'object') return JSON.stringify(member);
  return `[\n${member.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}
