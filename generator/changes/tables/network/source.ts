// Where Kubernetes says what NetworkPolicies mean.

export const networkPolicies = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';
