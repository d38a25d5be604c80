// The words of the commands that move a tenant through its life.
import type { Command } from 'commander';
import type { Move, Subject } from './moves/move.ts';
import { examples, type Finish, reportContextOf } from './options.ts';

interface Words {
  readonly name: string;
  readonly description: string;
  /** Flag and description, of those that must be given. */
  readonly required?: readonly (readonly [flag: string, description: string])[];
  readonly optional?: readonly (readonly [flag: string, description: string])[];
  readonly examples: readonly string[];
  /** Loaded when it is run. */
  readonly decide: (options: Readonly<Record<string, string>>) => Promise<(subject: Subject) => Move>;
}

const onCluster = ['--cluster <name>', 'on this cluster alone (default: as a whole)'] as const;

const commands: readonly Words[] = [
  {
    name: 'suspend',
    description: 'Let a tenant rest: all its data, no pods, no traffic.',
    optional: [onCluster],
    examples: ['tenantry suspend acme', 'tenantry suspend acme --cluster prod-usw2 --dry-run'],
    decide: async () => (await import('./moves/pause.ts')).suspend,
  },
  {
    name: 'resume',
    description: 'Bring a suspended tenant back.',
    optional: [onCluster],
    examples: ['tenantry resume acme'],
    decide: async () => (await import('./moves/pause.ts')).resume,
  },
  {
    name: 'offboard',
    description: 'Take a tenant one step further out: suspended, retained, purged.',
    optional: [
      onCluster,
      ['--confirm <id>', 'for the last step: its id, typed out'],
      ['--approved-by <mailbox>', 'for the last step: who answers for it'],
    ],
    examples: [
      'tenantry offboard acme',
      'tenantry offboard acme --cluster prod-usw2 --yes',
      'tenantry offboard acme --confirm acme --approved-by records@keelstone.example',
    ],
    decide: async ({ confirm, approvedBy }) => {
      const { offboard } = await import('./moves/offboard.ts');
      return (subject) => offboard(subject, { confirm, approvedBy });
    },
  },
  {
    name: 'retier',
    description: 'Give a tenant another tier.',
    required: [['--to <tier>', 'a tier of platform/tiers.yaml']],
    examples: ['tenantry retier acme --to standard'],
    decide: async ({ to = '' }) => {
      const { retier } = await import('./moves/relocate.ts');
      return (subject) => retier(subject, to);
    },
  },
  {
    name: 'failover',
    description: 'Move the home of a tenant, and the writer of its database, to another of its clusters.',
    required: [['--to <cluster>', 'one of its clusters, or another when it has one alone']],
    optional: [
      ['--restored <id>', 'without a replica: the resource id of the instance that was restored there'],
    ],
    examples: [
      'tenantry failover acme --to prod-usw2 --dry-run',
      'tenantry failover blue-ridge --to prod-usw2 --restored db-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    ],
    decide: async ({ to = '', restored }) => {
      const { failover } = await import('./moves/relocate.ts');
      return (subject) => failover(subject, to, restored);
    },
  },
];

export function addMoves(program: Command, finish: Finish): void {
  for (const words of commands) addMove(program, finish, words);
}

function addMove(program: Command, finish: Finish, words: Words): void {
  const added = program
    .command(words.name)
    .description(`${words.description} Shows what that changes, then asks, then writes the inputs alone.`)
    .argument('<tenant>', 'its id');
  for (const [flag, description] of words.required ?? []) added.requiredOption(flag, description);
  for (const [flag, description] of words.optional ?? []) added.option(flag, description);
  added
    .option('--yes', 'write without asking', false)
    .option('--dry-run', 'only show', false)
    .addHelpText('after', examples(...words.examples))
    .action(async (tenant, { yes, dryRun, cluster, ...options }, command) => {
      const [{ runMove }, decide] = await Promise.all([import('./commands/move.ts'), words.decide(options)]);
      finish(await runMove(reportContextOf(command), { tenant, cluster, yes, dryRun }, decide));
    });
}
