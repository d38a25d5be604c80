// The script that shows that what Velero saved can be restored: `sh`, with `kubectl` and `jq`. Refuses to know any tenant:
// it asks the cluster which schedules there are.
import { labels } from '../model/labels.ts';
import { controlMatrix, restoreNamespace } from '../model/names.ts';
import { inertResources } from '../model/restorable.ts';

/**
 * One tenant after the other, so that never two are in the namespace together. What was restored bears the restore's name
 * (https://velero.io/docs/v1.18/restore-reference/), and by that it is taken away again, also after a failure. A tenant
 * without its matrix was not restored: every one has it.
 *
 * @returns a script whose `RESTORE_MINUTES` is how long a restore may take
 */
export function renderRestoreCheck(): string {
  return `#!/bin/sh
set -eu
failed=0
number=0
list=$(mktemp)

say() { printf '%s %s: %s\\n' "$tenant" "$schedule" "$1"; }

clean() {
  kubectl --namespace ${restoreNamespace} delete ${inertResources.join(',')} --selector "velero.io/restore-name=$1" --ignore-not-found > /dev/null
  kubectl --namespace velero delete restores.velero.io "$1" --ignore-not-found > /dev/null
}

restore() {
  kubectl create --filename - > /dev/null << END
apiVersion: velero.io/v1
kind: Restore
metadata: {name: $1, namespace: velero}
spec:
  scheduleName: $schedule
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
  say "restored within $waited seconds"
}

kubectl --namespace velero get schedules.velero.io --selector ${labels.tenant} --output json |
  jq -r '.items[] | [.metadata.labels["${labels.tenant}"], .metadata.name, (.status.lastBackup // (if now - (.metadata.creationTimestamp | fromdate) < 172800 then "new" else "none" end))] | @tsv' > "$list"

while read -r tenant schedule last <&3; do
  case "$last" in
    new) say 'nothing is saved yet'; continue ;;
    none) say 'nothing was ever saved'; failed=$((failed + 1)); continue ;;
  esac
  number=$((number + 1))
  name="check-$(date +%s)-$number"
  check "$name" || failed=$((failed + 1))
  clean "$name" || { say 'what was restored could not be taken away'; exit 1; }
done 3< "$list"

printf '%s restored, %s wrong\\n' "$number" "$failed"
[ "$failed" -eq 0 ]
`;
}
