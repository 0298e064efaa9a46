# An organization for consolidated billing that grows to all features, and a member account by its own role.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

variable "endpoint" {
  type = string
}

variable "feature_set" {
  type    = string
  default = "CONSOLIDATED_BILLING"
}

# Whether there still is an account to be closed, which only an organization with all features can do.
variable "closing" {
  type    = bool
  default = true
}

# The management account, by an IAM user: a root user cannot assume roles.
provider "aws" {
  region = "us-east-1"
  endpoints {
    organizations = var.endpoint
    sts           = var.endpoint
  }
}

resource "aws_organizations_organization" "this" {
  feature_set = var.feature_set
}

resource "aws_organizations_account" "member" {
  name       = "Member"
  email      = "member@example.com"
  role_name  = "Caretaker"
  depends_on = [aws_organizations_organization.this]
}

# The provider leaves closed accounts where they are.
resource "aws_organizations_account" "closing" {
  count             = var.closing ? 1 : 0
  name              = "Closing"
  email             = "closing@example.com"
  close_on_deletion = true
  depends_on        = [aws_organizations_organization.this]
}
