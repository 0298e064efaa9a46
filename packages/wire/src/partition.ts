// The partitions of AWS, and which of them a region name belongs to.

/** A family of regions that shares one ARN prefix and one set of accounts. */
export type Partition =
  | "aws"
  | "aws-cn"
  | "aws-us-gov"
  | "aws-iso"
  | "aws-iso-b"
  | "aws-iso-e"
  | "aws-iso-f"
  | "aws-eusc";

const forms: readonly { prefix: string; partition: Partition; form: RegExp }[] = [
  { prefix: "cn-", partition: "aws-cn", form: /^cn-[a-z]+-\d{1,2}$/ },
  { prefix: "us-gov-", partition: "aws-us-gov", form: /^us-gov-[a-z]+-\d{1,2}$/ },
  { prefix: "us-iso-", partition: "aws-iso", form: /^us-iso-[a-z]+-\d{1,2}$/ },
  { prefix: "us-isob-", partition: "aws-iso-b", form: /^us-isob-[a-z]+-\d{1,2}$/ },
  { prefix: "eu-isoe-", partition: "aws-iso-e", form: /^eu-isoe-[a-z]+-\d{1,2}$/ },
  { prefix: "us-isof-", partition: "aws-iso-f", form: /^us-isof-[a-z]+-\d{1,2}$/ },
  { prefix: "eusc-", partition: "aws-eusc", form: /^eusc-[a-z]+-[a-z]+-\d{1,2}$/ },
];

// Only these three-part names are commercial: an unknown four-part name is more likely
// a new partition than a new region of this one.
const commercialForm = /^[a-z]{2}-[a-z]+-\d{1,2}$/;

/**
 * The partition that a region name belongs to by its form, whether or not such a region exists yet.
 * `undefined` where the name has not the form of a region, such as `aws-global` or `US-EAST-1`.
 */
export function partitionOf(region: string): Partition | undefined {
  for (const { prefix, partition, form } of forms) {
    if (region.startsWith(prefix)) return form.test(region) ? partition : undefined;
  }
  return commercialForm.test(region) ? "aws" : undefined;
}

/** Source: the regions that the AWS SDK takes for services that are in a partition but once. */
const homeRegions: Readonly<Record<Partition, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-northwest-1",
  "aws-us-gov": "us-gov-west-1",
  "aws-iso": "us-iso-east-1",
  "aws-iso-b": "us-isob-east-1",
  "aws-iso-e": "eu-isoe-west-1",
  "aws-iso-f": "us-isof-south-1",
  "aws-eusc": "eusc-de-east-1",
};

/** A region of the partition, for whoever has none in mind; of an unknown one, that of `aws`. */
export function homeRegionOf(partition: string): string {
  return (homeRegions as Readonly<Record<string, string | undefined>>)[partition] ?? homeRegions.aws;
}
