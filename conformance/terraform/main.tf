# The whole of organizing as a stack: what the journey applies, imports, changes and destroys.

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

# The directory of the opt-out policies, `examples/policies`.
variable "policies" {
  type = string
}

# False as first applied, true for the change: units renamed, content rewritten, an account moved, tags exchanged.
variable "later" {
  type    = bool
  default = false
}

# Credentials come from the environment. Nothing is skipped: the provider asks STS who it is.
provider "aws" {
  region = "us-east-1"
  endpoints {
    organizations = var.endpoint
    sts           = var.endpoint
  }
}

resource "aws_organizations_organization" "this" {
  feature_set                   = "ALL"
  aws_service_access_principals = local.services
  enabled_policy_types = concat(
    ["AISERVICES_OPT_OUT_POLICY", "SERVICE_CONTROL_POLICY"],
    var.later ? ["BACKUP_POLICY"] : ["TAG_POLICY"],
  )
}

locals {
  root = aws_organizations_organization.this.roots[0].id
}

resource "aws_organizations_organizational_unit" "research" {
  name      = var.later ? "Research and Teaching" : "Research"
  parent_id = local.root
  tags      = var.later ? { stage = "live", "cost:center" = "12 / ü" } : { stage = "test", owner = "Zoë" }
}

resource "aws_organizations_organizational_unit" "speech" {
  name      = "Speech"
  parent_id = aws_organizations_organizational_unit.research.id
}

resource "aws_organizations_organizational_unit" "studio" {
  name      = "Studio"
  parent_id = aws_organizations_organizational_unit.speech.id
}

resource "aws_organizations_organizational_unit" "production" {
  name      = "Production"
  parent_id = local.root
}

resource "aws_organizations_account" "lab" {
  name      = "Speech Lab"
  email     = "speech@example.com"
  parent_id = var.later ? aws_organizations_organizational_unit.production.id : aws_organizations_organizational_unit.studio.id
  tags      = { team = var.later ? "voice" : "speech" }
}

resource "aws_organizations_account" "payments" {
  count     = 2
  name      = "Payments ${count.index}"
  email     = "payments-${count.index}@example.com"
  parent_id = aws_organizations_organizational_unit.production.id
}

# Stays where it was made: under the root.
resource "aws_organizations_account" "archive" {
  name  = "Archive"
  email = "archive@example.com"
  tags  = var.later ? {} : { keep = "" }
  # Nothing else says that it needs the organization.
  depends_on = [aws_organizations_organization.this]
}

resource "aws_organizations_policy" "opt_out" {
  name        = "OptOut"
  description = "Nothing is kept"
  type        = "AISERVICES_OPT_OUT_POLICY"
  content     = file("${var.policies}/${var.later ? "opt-out-of-everything" : "opt-out-by-default"}.json")
  tags        = { source = "terraform" }
  depends_on  = [aws_organizations_organization.this]
}

resource "aws_organizations_policy" "share" {
  name       = "Share"
  type       = "AISERVICES_OPT_OUT_POLICY"
  content    = jsonencode({ services = { transcribe = { opt_out_policy = { "@@assign" = "optIn" } } } })
  depends_on = [aws_organizations_organization.this]
}

resource "aws_organizations_policy" "tags" {
  count = var.later ? 0 : 1
  name  = "Tags"
  type  = "TAG_POLICY"
  content = jsonencode({
    tags = { team = { tag_key = { "@@assign" = "team" }, tag_value = { "@@assign" = ["speech", "payments"] } } }
  })
  depends_on = [aws_organizations_organization.this]
}

resource "aws_organizations_policy" "stay" {
  name = "Stay"
  # The type that the provider takes where none is named: SERVICE_CONTROL_POLICY.
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["organizations:LeaveOrganization"], Resource = ["*"] }]
  })
  depends_on = [aws_organizations_organization.this]
}

# One of every other type that the provider knows. Made, they bind nobody: their types need not be enabled.
resource "aws_organizations_policy" "other" {
  for_each = {
    BACKUP_POLICY          = jsonencode({ plans = { daily = { regions = { "@@assign" = ["eu-central-1"] } } } })
    CHATBOT_POLICY         = jsonencode({ chatbot = { platforms = { slack = { client = { "@@assign" = "disabled" } } } } })
    DECLARATIVE_POLICY_EC2 = jsonencode({ ec2_attributes = { serial_console_access = { status = { "@@assign" = "disabled" } } } })
    RESOURCE_CONTROL_POLICY = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*" }]
    })
  }
  name       = "Other ${each.key}"
  type       = each.key
  content    = each.value
  tags       = { kind = each.key }
  depends_on = [aws_organizations_organization.this]
}

resource "aws_organizations_policy_attachment" "opt_out" {
  policy_id = aws_organizations_policy.opt_out.id
  target_id = local.root
}

resource "aws_organizations_policy_attachment" "share" {
  policy_id = aws_organizations_policy.share.id
  target_id = var.later ? aws_organizations_organizational_unit.production.id : aws_organizations_organizational_unit.research.id
}

resource "aws_organizations_policy_attachment" "share_archive" {
  policy_id = aws_organizations_policy.share.id
  target_id = aws_organizations_account.archive.id
}

resource "aws_organizations_policy_attachment" "tags" {
  count     = var.later ? 0 : 1
  policy_id = aws_organizations_policy.tags[0].id
  target_id = aws_organizations_account.lab.id
}

resource "aws_organizations_policy_attachment" "stay" {
  policy_id = aws_organizations_policy.stay.id
  target_id = aws_organizations_organizational_unit.production.id
}
