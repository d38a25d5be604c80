// Asks a person for what the flags left open, and for nothing that can be known. Judges no answer itself.
import { checkbox, confirm, input, select } from '@inquirer/prompts';
import tenantSchema from '../../schemas/tenant.schema.json' with { type: 'json' };
import type { Fleet } from '../model/fleet.ts';
import type { Answers, Given } from './answers.ts';

/** True, or what is wrong with the answer to `field` and how to repair it, as one line. */
export type Judge = (field: keyof Answers, given: Given) => Promise<true | string>;

/** Every answer. Rejects with an `ExitPromptError` when the person stops. */
export async function ask(given: Given, fleet: Fleet, judge: Judge): Promise<Answers> {
  let answers: Given = given;
  const text = async (field: 'id' | 'displayName' | 'owner' | 'costCentre') => {
    if (answers[field] !== undefined) return;
    const { description, examples } = tenantSchema.properties[field];
    process.stdout.write(`\n${description} For example: ${examples[0]}\n`);
    const value = await input({
      message: field,
      validate: (typed) => judge(field, { ...answers, [field]: typed }),
    });
    answers = { ...answers, [field]: value };
  };
  await text('id');
  await text('displayName');
  answers = { ...answers, tier: answers.tier ?? (await askTier(fleet)) };
  answers = { ...answers, home: answers.home ?? (await askHome(fleet)) };
  answers = { ...answers, clusters: answers.clusters ?? (await askClusters(answers, fleet, judge)) };
  await text('owner');
  await text('costCentre');
  if (answers.host === undefined && answers.prefix === undefined) {
    answers = { ...answers, ...(await askRouting(answers, judge)) };
  }
  return answers as Answers;
}

export function askToWrite(file: string): Promise<boolean> {
  return confirm({ message: `Write ${file}?` });
}

function askTier(fleet: Fleet): Promise<string> {
  const choices = Object.entries(fleet.tiers.value).map(([name, { description }]) => ({
    value: name,
    description,
  }));
  return select({ message: 'tier', choices });
}

function askHome(fleet: Fleet): Promise<string> {
  const choices = [...fleet.clusters.values()].map(({ value: { name, region, environment } }) => ({
    value: name,
    name: `${name} (${region}, ${environment})`,
    short: name,
  }));
  return select({ message: 'home: the cluster that owns the database writer', choices });
}

/** Only where the tier and the fleet leave a choice: the home and its peer. */
async function askClusters(given: Given, fleet: Fleet, judge: Judge): Promise<readonly string[] | undefined> {
  const { tier = '', home = '' } = given;
  const most = fleet.tiers.value[tier as keyof typeof fleet.tiers.value]?.maxClusters ?? 1;
  const peer = fleet.clusters.get(home)?.value.peer;
  if (most < 2 || peer === undefined) return undefined;
  const others = await checkbox<string>({
    message: `more clusters besides ${home}`,
    choices: [peer],
    validate: (chosen) =>
      judge('clusters', { ...given, clusters: [home, ...chosen.map(({ value }) => value)] }),
  });
  return others.length === 0 ? undefined : [home, ...others];
}

async function askRouting(given: Given, judge: Judge): Promise<Pick<Given, 'host' | 'prefix'>> {
  const mode = await select({
    message: 'routing: how its users reach it',
    choices: [
      { value: 'id', name: `the path /${given.id} on the shared domain` },
      { value: 'prefix', name: 'another path on the shared domain' },
      { value: 'host', name: 'a host name of its own, listed for it in platform/domains.yaml' },
    ],
  });
  if (mode === 'id') return {};
  const field = mode === 'host' ? 'host' : 'prefix';
  const value = await input({
    message: field,
    validate: (typed) => judge(field, { ...given, [field]: typed }),
  });
  return { [field]: value };
}
