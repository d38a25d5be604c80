// Hosts of AWS's services in a region (AWS General Reference: "Service endpoints and quotas"). The SDKs ask for exactly these.

export function queueHostOf(region: string): string {
  return `sqs.${region}.amazonaws.com`;
}

export function keyHostOf(region: string): string {
  return `kms.${region}.amazonaws.com`;
}

/** Where roles are taken on with a token of the cluster (IRSA). Pod Identity's agent does that on the node. */
export function tokenHostOf(region: string): string {
  return `sts.${region}.amazonaws.com`;
}

/** A bucket's own host (S3 user guide: "Virtual hosting of general purpose buckets"): no other bucket answers there. */
export function bucketHostOf(bucket: string, region: string): string {
  return `${bucket}.s3.${region}.amazonaws.com`;
}
