// Where an object stands in the order in which Argo CD applies those of one Application. Knows no order: `model/waves.ts`.

export function inWave(wave: string): { readonly 'argocd.argoproj.io/sync-wave': string } {
  return { 'argocd.argoproj.io/sync-wave': wave };
}
