// The words of the command line: commands, options and help. Each command's own code is loaded when it is run.
import { Command, Option } from 'commander';
import { formats, reportFormats } from './context.ts';
import { clusterOption, contextOf, examples, type Finish, tenantOption } from './options.ts';
import { addMoves } from './program-moves.ts';
import { addReports } from './program-reports.ts';
import { visible } from './terminal/visible.ts';

const manual = `
Exit codes: 0 clean; 1 the input is wrong or the tree is stale; 2 the command line is wrong; 3 valid, but a dangerous change waits for an approval; 70 we broke, or the disk; 130 stopped at a question.
Diagnostics go to stderr as text; with --format github, json or sarif they, and nothing else, go to stdout.
Manual: README.md, CONTRIBUTING.md (how to add something), generator/README.md (how it works), schemas/ (every field).`;

/** @param finish hears the exit code of the command that ran; commander throws for words it does not understand */
export function createProgram(finish: Finish): Command {
  const program = new Command('tenantry')
    .description('One short YAML file per insurer in, a committed tree of Kubernetes manifests out.')
    .option('--root <folder>', 'the repository (default: the one around the current directory)')
    .addOption(
      new Option('--format <name>', 'how diagnostics are told, or the report of a change')
        .choices([...new Set([...formats, ...reportFormats])])
        .default('text'),
    )
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      outputError: (text, write) =>
        write(
          `tenantry: ${text
            .replace(/^error: /, '')
            .split('\n')
            .map(visible)
            .join('\n')}`,
        ),
    })
    .exitOverride()
    .addHelpText('after', manual);
  addRender(program, finish);
  addCheck(program, finish);
  addReports(program, finish);
  addAsking(program, finish);
  addNew(program, finish);
  addMoves(program, finish);
  return program;
}

function addRender(program: Command, finish: Finish): void {
  program
    .command('render')
    .description(
      'Make rendered/ what the inputs say. All of it is replaced, or, if anything is wrong, nothing.',
    )
    .option(...tenantOption)
    .option(...clusterOption)
    .option('--out <folder>', 'write to this folder instead of rendered/')
    .addHelpText(
      'after',
      examples(
        'tenantry render',
        'tenantry render --tenant acme harborview',
        'tenantry render --cluster prod-use1 --out ../tree',
      ),
    )
    .action(async ({ tenant = [], cluster = [], out }, command) => {
      const { runRender } = await import('./commands/render.ts');
      finish(await runRender(contextOf(command), { tenants: tenant, clusters: cluster, out }));
    });
}

function addCheck(program: Command, finish: Finish): void {
  program
    .command('check')
    .description(
      'Say what in rendered/ is stale, as a diff, and which object a cluster would refuse. Changes nothing.',
    )
    .option(...tenantOption)
    .option(...clusterOption)
    .option('--all', 'show every diff, not only the first few', false)
    .option(
      '--base <revision>',
      'refuse what is dangerous against this git revision, the branch to merge into, and not approved',
    )
    .addHelpText(
      'after',
      examples(
        'tenantry check',
        'tenantry check --tenant acme --all',
        'tenantry check --format github --base origin/main',
      ),
    )
    .action(async ({ tenant = [], cluster = [], all, base }, command) => {
      const { runCheck } = await import('./commands/check.ts');
      finish(await runCheck(contextOf(command), { tenants: tenant, clusters: cluster, all, base }));
    });
}

function addAsking(program: Command, finish: Finish): void {
  program
    .command('validate')
    .description('Say every mistake in tenants/, clusters/ and platform/.')
    .addHelpText('after', examples('tenantry validate', 'tenantry validate --format sarif > tenantry.sarif'))
    .action(async (_options, command) => {
      const { runValidate } = await import('./commands/validate.ts');
      finish(await runValidate(contextOf(command)));
    });
  program
    .command('explain')
    .description(
      'Show what a tenant ends up with on a cluster, value by value, and the line that decided it.',
    )
    .argument('<tenant>', 'its id')
    .argument('[path]', 'only this setting, or all that begin with it')
    .option('--cluster <name>', "on this cluster (default: the tenant's home)")
    .addHelpText(
      'after',
      examples(
        'tenantry explain acme',
        'tenantry explain acme quota',
        'tenantry explain acme services.quote-engine.replicas --cluster prod-usw2',
        'tenantry explain acme --format json',
      ),
    )
    .action(async (tenant, path, { cluster }, command) => {
      const { runExplain } = await import('./commands/explain.ts');
      finish(await runExplain(contextOf(command), { tenant, path, cluster }));
    });
  addCompose(program, finish);
  program
    .command('list')
    .description('Show every tenant: clusters, tier, lifecycle, home, and where its users reach it.')
    .addHelpText('after', examples('tenantry list', 'tenantry list --format json'))
    .action(async (_options, command) => {
      const { runList } = await import('./commands/list.ts');
      finish(await runList(contextOf(command)));
    });
}

function addCompose(program: Command, finish: Finish): void {
  program
    .command('compose')
    .description('Show which objects each claim of a tenant becomes on its cluster, by the compositions.')
    .argument('<tenant>', 'its id')
    .option('--cluster <name>', 'on this cluster alone (default: on all of its own)')
    .option('--kind <kind>', 'only claims of this kind')
    .addHelpText(
      'after',
      examples(
        'tenantry compose acme',
        'tenantry compose acme --cluster prod-usw2 --kind NetworkClaim',
        'tenantry compose acme --format json',
      ),
    )
    .action(async (tenant, { cluster, kind }, command) => {
      const { runCompose } = await import('./commands/compose.ts');
      finish(await runCompose(contextOf(command), { tenant, cluster, kind }));
    });
}

function addNew(program: Command, finish: Finish): void {
  program
    .command('new')
    .description('Write a valid tenants/<id>.yaml. On a terminal it asks for what the flags leave open.')
    .argument('[id]', 'the name everything else is derived from; it never changes')
    .option('--display-name <text>', "the insurer's name as people write it")
    .addOption(
      new Option('--tier <tier>', 'what the insurer has bought').choices(['premium', 'standard', 'basic']),
    )
    .option('--home <cluster>', 'the cluster that owns the database writer')
    .option('--cluster <name...>', 'every cluster it runs on, its home among them (default: its home alone)')
    .option('--owner <mailbox>', 'mailbox of those who answer for the tenant')
    .option('--cost-centre <code>', 'where its cost is booked, for example CC-1042')
    .addOption(
      new Option('--host <name>', 'a host name of its own; list it in platform/domains.yaml first').conflicts(
        'prefix',
      ),
    )
    .option('--prefix <segment>', 'its path on the shared domain (default: its id)')
    .option('--yes', 'write without asking once more', false)
    .addHelpText(
      'after',
      examples(
        'tenantry new',
        'tenantry new acme --tier basic --home prod-use1 --display-name "Acme Mutual" \\',
        '    --owner platform@acme.example --cost-centre CC-1042',
      ),
    )
    .action(async (id, { cluster, ...options }, command) => {
      const { runNew } = await import('./commands/new.ts');
      finish(await runNew(contextOf(command), { ...options, id, clusters: cluster }));
    });
}
