// The words of the commands that tell what a change does.
import type { Command } from 'commander';
import { clusterOption, examples, type Finish, reportContextOf, tenantOption } from './options.ts';

export function addReports(program: Command, finish: Finish): void {
  program
    .command('diff')
    .description(
      'Tell what the inputs as they are would change: grouped, ranked by danger, with the line that causes it. Exit code 0 whatever it is.',
    )
    .option('--base <revision>', 'against this git revision (default: what was committed last)')
    .option(...tenantOption)
    .option(...clusterOption)
    .option('--html <file>', 'also write the whole report to this file, as a page')
    .option('--markdown <file>', 'also write it to this file, short enough for a comment')
    .option('--whole <where>', 'what a shortened report says of where the whole one is')
    .addHelpText(
      'after',
      examples(
        'tenantry diff',
        'tenantry diff --base origin/main --tenant acme',
        'tenantry diff --base origin/main --format github --markdown comment.md --html report.html',
      ),
    )
    .action(async ({ base, tenant = [], cluster = [], html, markdown, whole }, command) => {
      const { runDiff } = await import('./commands/diff.ts');
      const options = { base, tenants: tenant, clusters: cluster, html, markdown, whole };
      finish(await runDiff(reportContextOf(command), options));
    });
  program
    .command('what-if')
    .description("Tell what an edit of a tenant's file would change, before it is made. Writes nothing.")
    .argument('<tenant>', 'its id')
    .argument('[path=value...]', 'settings as the file writes them; an empty value takes one away')
    .option('--file <patch>', 'a YAML mapping to lay over the file; `null` takes a key away')
    .addHelpText(
      'after',
      examples(
        'tenantry what-if acme tier=standard',
        'tenantry what-if acme quota.cpu=128 services.quote-engine.replicas.max=30',
        'tenantry what-if acme --file patch.yaml --format html > what-if.html',
      ),
    )
    .action(async (tenant, settings, { file }, command) => {
      const { runWhatIf } = await import('./commands/what-if.ts');
      finish(await runWhatIf(reportContextOf(command), { tenant, settings, file }));
    });
}
