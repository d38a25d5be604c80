// Where Kubernetes says what it refuses to change. Knows the release whose rules the tables follow.

/** @param group package of an API group: `core`, `apps` */
export function validation(group: string): string {
  return `https://github.com/kubernetes/kubernetes/blob/v1.36.2/pkg/apis/${group}/validation/validation.go`;
}
