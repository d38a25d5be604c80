// The script that shows that what Velero saved can be restored: `sh`, with `kubectl` and `jq`. Refuses to know any tenant:
// it asks the cluster which schedules there are.
import { annotations, labels } from '../model/labels.ts';
import { controlMatrix, restoreNamespace } from '../model/names.ts';
import { inertResources } from '../model/restorable.ts';

/**
 * One tenant after the other, so that never two are in the namespace together. What was restored bears the restore's name
 * (https://velero.io/docs/v1.18/restore-reference/), and by that it is taken away again, also after a failure. A tenant
 * without its matrix was not restored: every one has it.
 *
 * A schedule's own `lastBackup` tells when one was begun, not that it is whole, and a restore by the schedule's name takes the
 * last whole one however old (https://velero.io/docs/v1.18/api-types/restore/). So the backup is looked for here, and it is too
 * old when another should have come twice since.
 *
 * @returns a script whose `RESTORE_MINUTES` is how long a restore may take
 */
export function renderRestoreCheck(): string {
  return `#!/bin/sh
set -eu
failed=0
number=0
schedules=$(mktemp)
list=$(mktemp)

say() { printf '%s %s: %s\\n' "$tenant" "$schedule" "$1"; }

clean() {
  kubectl --namespace ${restoreNamespace} delete ${inertResources.join(',')} --selector "velero.io/restore-name=$1" --ignore-not-found > /dev/null
  kubectl --namespace velero delete restores.velero.io "$1" --ignore-not-found > /dev/null
}

newest() {
  all=$(kubectl --namespace velero get backups.velero.io --selector "velero.io/schedule-name=$schedule" --output '${backupLines}') || return 1
  printf '%s\\n' "$all" | awk '$1 == "Completed" { print $2, $3 }' | sort | tail -n 1
}

minutes_since() { jq --null-input --arg at "$1" '(now - ($at | fromdate)) / 60 | floor'; }

restore() {
  kubectl create --filename - > /dev/null << END
apiVersion: velero.io/v1
kind: Restore
metadata: {name: $1, namespace: velero}
spec:
  backupName: $backup
  includedNamespaces: [t-$tenant]
  namespaceMapping: {t-$tenant: ${restoreNamespace}}
  includedResources: [${inertResources.join(', ')}]
  includeClusterResources: false
  restorePVs: false
END
}

check() {
  restore "$1" || { say 'the restore could not be asked for'; return 1; }
  waited=0
  phase=New
  while [ "$waited" -lt "$((RESTORE_MINUTES * 60))" ]; do
    phase=$(kubectl --namespace velero get restores.velero.io "$1" --output jsonpath='{.status.phase}') || phase=unreadable
    case "$phase" in Completed | PartiallyFailed | Failed | FailedValidation) break ;; esac
    sleep "$PAUSE_SECONDS"
    waited=$((waited + PAUSE_SECONDS))
  done
  [ "$phase" = Completed ] || { say "the restore is $phase after $waited seconds"; return 1; }
  whose=$(kubectl --namespace ${restoreNamespace} get configmap ${controlMatrix} --output json | jq -r '.metadata.labels["${labels.tenant}"]') || whose=nobody
  [ "$whose" = "$tenant" ] || { say "what was restored is of $whose"; return 1; }
  say "$backup restored within $waited seconds"
}

kubectl --namespace velero get schedules.velero.io --selector ${labels.tenant} --output json > "$schedules"
jq -r '.items[] | [.metadata.labels["${labels.tenant}"], .metadata.name, .metadata.annotations["${annotations.intervalMinutes}"] // "0", .metadata.creationTimestamp] | @tsv' "$schedules" > "$list"

while read -r tenant schedule interval created <&3; do
  most=$((interval * 2))
  found=$(newest) || { say 'what is saved could not be listed'; failed=$((failed + 1)); continue; }
  if [ -z "$found" ]; then
    if [ "$(minutes_since "$created")" -lt "$most" ]; then say 'nothing is saved yet'; continue; fi
    say 'nothing was ever saved whole'
    failed=$((failed + 1))
    continue
  fi
  backup=\${found#* }
  age=$(minutes_since "\${found%% *}")
  [ "$age" -le "$most" ] || { say "$backup is the newest that is whole, and $age minutes old"; failed=$((failed + 1)); continue; }
  number=$((number + 1))
  name="check-$(date +%s)-$number"
  check "$name" || failed=$((failed + 1))
  clean "$name" || { say 'what was restored could not be taken away'; exit 1; }
done 3< "$list"

printf '%s restored, %s wrong\\n' "$number" "$failed"
[ "$failed" -eq 0 ]
`;
}

/** One backup a line: a cluster keeps thousands, whose whole text would be too much to hold. */
const backupLines =
  'jsonpath={range .items[*]}{.status.phase}{" "}{.status.completionTimestamp}{" "}{.metadata.name}{"\\n"}{end}';
