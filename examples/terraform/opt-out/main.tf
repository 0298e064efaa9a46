# One AI services opt-out policy and where it is attached.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "name" {
  type = string
}

variable "content" {
  type = string
}

variable "targets" {
  type = map(string)
}

resource "aws_organizations_policy" "this" {
  type    = "AISERVICES_OPT_OUT_POLICY"
  name    = var.name
  content = var.content
}

resource "aws_organizations_policy_attachment" "this" {
  for_each  = var.targets
  policy_id = aws_organizations_policy.this.id
  target_id = each.value
}
