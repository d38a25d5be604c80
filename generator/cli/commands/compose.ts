// `tenantry compose`: which objects each claim of a tenant becomes once it is on its cluster, without a cluster.
import { composeCluster, composeTenant } from '../../compose/compose.ts';
import { type Concerns, loadConcerns } from '../../compose/concerns.ts';
import { type Foresight, foresee } from '../../crossplane/foresee.ts';
import { renderYaml } from '../../emit/yaml.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { TenantTarget } from '../../model/target.ts';
import { list, suggest } from '../../model/words.ts';
import { isSound, plan, type Sound } from '../../plan.ts';
import { resolveCluster } from '../../resolve/resolve.ts';
import type { Context } from '../context.ts';
import { exit } from '../exit.ts';
import { requireKnown } from '../selection.ts';
import { UsageError } from '../usage.ts';
import { renderJson } from '../voices/json.ts';
import { speak } from '../voices/speak.ts';

export interface ComposeOptions {
  readonly tenant: string;
  /** Default: all that the tenant is on. */
  readonly cluster: string | undefined;
  /** Only claims of this kind. */
  readonly kind: string | undefined;
}

/** One claim and what it becomes. */
interface Part {
  readonly target: TenantTarget;
  readonly claim: Manifest;
  readonly composition: string;
  readonly foresight: Foresight;
}

/** Stands where a text is known only once another object is there. */
const gap = '…';

/** Shows what the compositions as they are now make of the claims; inputs with mistakes have none. */
export async function runCompose(context: Context, options: ComposeOptions): Promise<number> {
  const planned = await plan({ root: context.root, tenants: [options.tenant] });
  const { fleet, diagnostics } = planned;
  // Of a file with mistakes there is no tenant, and yet it is known.
  const isBroken = diagnostics.some(({ file }) => file === `tenants/${options.tenant}.yaml`);
  if (fleet !== undefined && !isBroken) requireKnown('tenant', options.tenant, fleet.tenants.keys());
  if (!isSound(planned)) {
    await speak(context, diagnostics);
    return exit.wrong;
  }
  const concerns = await loadConcerns();
  const all = targetsOf(planned, options).flatMap((target) => partsOf(planned, target, concerns));
  const parts = ofKind(all, options);
  if (parts.length === 0) {
    process.stderr.write(`\`${options.tenant}\` has no claims: nothing is left of it.\n`);
    return exit.clean;
  }
  process.stdout.write(context.format === 'json' ? renderJson(parts.map(plainOf)) : renderParts(parts));
  return exit.clean;
}

function targetsOf({ tenants }: Sound, { tenant, cluster }: ComposeOptions): readonly TenantTarget[] {
  if (cluster === undefined) return tenants;
  const found = tenants.filter((target) => target.cluster.name === cluster);
  if (found.length > 0) return found;
  const placement = tenants.map((target) => target.cluster.name);
  throw new UsageError(`\`${tenant}\` is not on \`${cluster}\`. It is on ${list(placement)}.`);
}

function ofKind(parts: readonly Part[], { tenant, kind }: ComposeOptions): readonly Part[] {
  if (kind === undefined || parts.length === 0) return parts;
  const found = parts.filter(({ claim }) => claim.kind === kind);
  if (found.length > 0) return found;
  const kinds = [...new Set(parts.map(({ claim }) => claim.kind))].sort();
  const repair = suggest(kind, kinds, `It has ${list(kinds)}.`);
  throw new UsageError(`\`${tenant}\` has no claim of the kind \`${kind}\`. ${repair}`);
}

function partsOf({ fleet }: Sound, target: TenantTarget, concerns: Concerns): Part[] {
  const cluster = fleet.clusters.get(target.cluster.name);
  if (cluster === undefined) throw new Error(`${target.cluster.name} was resolved and is not there`);
  const compositions = new Map(
    composeCluster(resolveCluster(fleet, cluster), concerns)
      .flatMap(({ manifests }) => [...manifests])
      .filter(({ kind }) => kind === 'Composition')
      .map((composition) => [composition.metadata.name, composition]),
  );
  const objects = composeTenant(target, concerns).flatMap(({ manifests }) => [...manifests]);
  return objects.flatMap((claim) => {
    const name = compositionNameOf(claim);
    if (name === undefined) return [];
    const composition = compositions.get(name);
    if (composition === undefined) throw new Error(`${claim.kind} ${claim.metadata.name} asks for ${name}`);
    return [{ target, claim, composition: name, foresight: foresee(composition, claim) }];
  });
}

/** Whatever asks for a composition is a claim. */
function compositionNameOf({ spec }: Manifest): string | undefined {
  const { crossplane } = (spec ?? {}) as { crossplane?: { compositionRef?: { name: string } } };
  return crossplane?.compositionRef?.name;
}

function renderParts(parts: readonly Part[]): string {
  return parts.flatMap(renderPart).join('---\n');
}

/** One document per object; the first says whose they are. */
function renderPart(part: Part): string[] {
  const { target, claim, composition, foresight } = part;
  const { platform, compositionRevision } = target;
  const name = `${claim.kind} ${claim.metadata.name}`;
  const head = [`# ${target.cluster.name}: ${name}, by ${composition}`];
  if (compositionRevision !== platform.compositions.revision) {
    const now = platform.compositions.revision;
    head.push(
      `# It follows revision ${compositionRevision} yet; this is what revision ${now} will make of it.`,
    );
  }
  if (foresight.left.length > 0) head.push(`# It does not ask for ${list(foresight.left, 'or')}.`);
  const documents = foresight.objects.map(
    ({ template, object }) => `# ${template}\n${annotate(renderYaml(object), foresight)}`,
  );
  const [first = '', ...others] = documents;
  return [`${head.join('\n')}\n${first}`, ...others];
}

/** A line with marks says what they wait for. */
function annotate(yaml: string, { later, objects }: Foresight): string {
  const names = new Map(objects.map(({ template, object }) => [template, nameOf(object)]));
  return yaml.replaceAll(/^.*known-later-\d+-.*$/gm, (line) => {
    const marks = line.match(/known-later-\d+-/g) ?? [];
    const sources = marks.map((mark) => names.get(later.get(mark) ?? '') ?? '');
    return `${hollow(line)} # known once ${list([...new Set(sources)])} is there`;
  });
}

function hollow(text: string): string {
  return text.replaceAll(/known-later-\d+-/g, gap);
}

function nameOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.name}`;
}

function plainOf({ target, claim, composition, foresight }: Part): object {
  return {
    cluster: target.cluster.name,
    claim: { kind: claim.kind, name: claim.metadata.name },
    composition,
    follows: target.compositionRevision,
    objects: foresight.objects.map(({ template, object }) => ({
      template,
      object: JSON.parse(hollow(JSON.stringify(object))),
    })),
    left: foresight.left,
  };
}
