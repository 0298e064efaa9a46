# An organization that opts out of AI content use, with an exception for one unit.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

# Points at a running `withhold serve`. A plan of new resources needs no server at all.
variable "endpoint" {
  type    = string
  default = "http://127.0.0.1:8765"
}

provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  endpoints {
    organizations = var.endpoint
    sts           = var.endpoint
  }
}

resource "aws_organizations_organization" "this" {
  feature_set          = "ALL"
  enabled_policy_types = ["AISERVICES_OPT_OUT_POLICY"]
}

resource "aws_organizations_organizational_unit" "unit" {
  for_each  = toset(["Production", "Research"])
  name      = each.key
  parent_id = aws_organizations_organization.this.roots[0].id
}

resource "aws_organizations_organizational_unit" "payments" {
  name      = "Payments"
  parent_id = aws_organizations_organizational_unit.unit["Production"].id
}

resource "aws_organizations_account" "checkout" {
  name      = "Checkout"
  email     = "checkout@example.com"
  parent_id = aws_organizations_organizational_unit.payments.id
}

resource "aws_organizations_account" "lab" {
  count     = 2
  name      = "Speech Lab ${count.index + 1}"
  email     = "speech-${count.index + 1}@example.com"
  parent_id = aws_organizations_organizational_unit.unit["Research"].id
}

# Policies can be made once there is an organization.
module "opt_out" {
  source     = "./opt-out"
  depends_on = [aws_organizations_organization.this]
  name       = "OptOutByDefault"
  content    = file("${path.module}/../policies/opt-out-by-default.json")
  targets    = { root = aws_organizations_organization.this.roots[0].id }
}

module "share_transcribe" {
  source     = "./opt-out"
  depends_on = [aws_organizations_organization.this]
  name       = "ShareTranscribe"
  content    = jsonencode({ services = { transcribe = { opt_out_policy = { "@@assign" = "optIn" } } } })
  targets    = { research = aws_organizations_organizational_unit.unit["Research"].id }
}
