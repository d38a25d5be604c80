// Names of a pod's volumes, and the one folder that is not the catalogue's to choose.

/** Where a static front end finds the file that the browser reads. */
export const browserConfigFolder = '/etc/portal';

/** `/app/storage/cache` → `app-storage-cache`; that of the settings is `config` and lies at `browserConfigFolder`. */
export function volumeOf(folder: string): string {
  return folder === browserConfigFolder ? 'config' : folder.slice(1).replaceAll(/[/._]/g, '-');
}
