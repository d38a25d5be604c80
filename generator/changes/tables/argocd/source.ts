// Where Argo CD says what its settings mean.

const manual = 'https://argo-cd.readthedocs.io/en/stable';

export const projects = `${manual}/user-guide/projects/`;
export const windows = `${manual}/user-guide/sync_windows/`;
export const impersonation = `${manual}/operator-manual/app-sync-using-impersonation/`;
export const autoSync = `${manual}/user-guide/auto_sync/`;
export const syncOptions = `${manual}/user-guide/sync-options/`;
export const deletion = `${manual}/user-guide/app_deletion/`;
export const tracking = `${manual}/user-guide/tracking_strategies/`;
export const differences = `${manual}/user-guide/diffing/`;
export const specification = `${manual}/user-guide/application-specification/`;
export const sets = `${manual}/operator-manual/applicationset/Controlling-Resource-Modification/`;
export const generators = `${manual}/operator-manual/applicationset/Generators/`;
export const templates = `${manual}/operator-manual/applicationset/GoTemplate/`;
export const rollouts = `${manual}/operator-manual/applicationset/Progressive-Syncs/`;
export const access = `${manual}/operator-manual/rbac/`;
export const settings = `${manual}/operator-manual/argocd-cm-yaml/`;
export const parameters = `${manual}/operator-manual/argocd-cmd-params-cm-yaml/`;
export const repositories = `${manual}/operator-manual/declarative-setup/`;
export const signatures = `${manual}/user-guide/gpg-verification/`;
export const notifications = `${manual}/operator-manual/notifications/`;
