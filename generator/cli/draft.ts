// The file that `new` would write, judged among all the others before it is one of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Handlebars from 'handlebars';
import { renderText } from '../emit/scalar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Source } from '../model/source.ts';
import { type Plan, plan } from '../plan.ts';
import { validateShape } from '../validate/shape.ts';
import { parseYaml } from '../yaml/yaml.ts';
import { type Answers, type Subnets, tenantOf } from './answers.ts';
import { freeSubnets } from './subnets.ts';

const template = 'platform/templates/tenant.yaml.hbs';

/** Makes drafts from the template and holds them against the repository's inputs. */
export class Drafts {
  readonly #root: string;
  readonly #fill: (values: object) => string;
  #fleet: Fleet | undefined;

  constructor(root: string) {
    this.#root = root;
    this.#fill = Handlebars.compile(readFileSync(join(root, template), 'utf8'), {
      strict: true,
      noEscape: true,
    });
  }

  /** The file for these answers. Throws when the template did not say what was answered: that is a mistake in it. */
  async write(answers: Answers): Promise<Source> {
    const file = `tenants/${answers.id}.yaml`;
    const subnets = await this.#subnetsFor(answers);
    const overrides = Object.entries(subnets).map(([name, its]) => ({
      name: renderText(name),
      subnets: its,
    }));
    const { clusters = [], ...rest } = { host: '', prefix: '', ...answers };
    const scalars = Object.entries(rest).map(([key, value]) => [key, value && renderText(value)]);
    const text = this.#fill({
      ...Object.fromEntries(scalars),
      clusters: clusters.map(renderText),
      overrides,
    });
    const parsed = parseYaml(file, text);
    const wanted = tenantOf(answers, subnets);
    if (!('value' in parsed)) throw new Error(`${template} made text that is not YAML:\n${text}`);
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.value)), JSON.parse(JSON.stringify(wanted)))) {
      throw new Error(`${template} does not say what was answered:\n${text}`);
    }
    return { file, text, value: parsed.value };
  }

  /** Everything wrong in a fleet that holds the draft too. */
  async judge(draft: Source): Promise<readonly Diagnostic[]> {
    // First by itself: a file name may be made only of an id that has its shape.
    const shape = validateShape('tenant', draft);
    if (shape.length > 0) return shape;
    return (await plan({ root: this.#root, drafts: [draft] })).diagnostics;
  }

  /** Those that `require-dedicated-subnets` asks for: whoever makes a file cannot know which are free. */
  async #subnetsFor({ tier, clusters = [] }: Answers): Promise<Subnets> {
    if (clusters.length < 2) return {};
    this.#fleet ??= (await this.plan()).fleet;
    if (this.#fleet === undefined) return {};
    const { tiers } = this.#fleet;
    const facts = Object.hasOwn(tiers.value, tier)
      ? tiers.value[tier as keyof typeof tiers.value]
      : undefined;
    return facts?.dedicatedSubnets === true ? freeSubnets(this.#fleet, clusters) : {};
  }

  /** The fleet as it is. */
  plan(): Promise<Plan> {
    return plan({ root: this.#root });
  }
}
