// Region names of every partition, and names that are none.

import { describe, expect, it } from "vitest";
import { partitionOf } from "./partition.js";

describe("partitionOf", () => {
  it.each([
    ["us-east-1", "aws"],
    ["ap-southeast-7", "aws"],
    ["mx-central-1", "aws"],
    ["il-central-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["cn-northwest-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["us-iso-east-1", "aws-iso"],
    ["us-isob-east-1", "aws-iso-b"],
    ["eu-isoe-west-1", "aws-iso-e"],
    ["us-isof-south-1", "aws-iso-f"],
    ["eusc-de-east-1", "aws-eusc"],
  ])("%s is of %s", (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });

  it.each([
    "",
    "us-east",
    "us-east-",
    "us-east-1a",
    "us-east-1 ",
    "us-east-1\n",
    "US-EAST-1",
    "aws-global",
    "us-gov-1",
    "us-isox-east-1",
    "eusc-east-1",
    "us-east-100",
    "-east-1",
    "us--1",
  ])("%j is no region", (region) => {
    expect(partitionOf(region)).toBeUndefined();
  });
});
