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

# Not known before the account is made.
provider "aws" {
  alias  = "member"
  region = "us-east-1"
  endpoints {
    organizations = var.endpoint
    sts           = var.endpoint
  }
  assume_role {
    role_arn     = "arn:aws:iam::${aws_organizations_account.member.id}:role/Caretaker"
    session_name = "terraform"
  }
}

data "aws_caller_identity" "member" {
  provider   = aws.member
  depends_on = [aws_organizations_account.member]
}

data "aws_organizations_organization" "as_member" {
  provider   = aws.member
  depends_on = [aws_organizations_account.member]
}

output "seen" {
  value = {
    member_id  = aws_organizations_account.member.id
    member_arn = data.aws_caller_identity.member.arn
    management = data.aws_organizations_organization.as_member.master_account_id
  }
}
