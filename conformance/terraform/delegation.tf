# Who else may act: a service administered by a member account, and a policy that lets one read and write opt-outs.

locals {
  services = ["config.amazonaws.com", var.later ? "guardduty.amazonaws.com" : "access-analyzer.amazonaws.com"]
}

# Stays while its account moves.
resource "aws_organizations_delegated_administrator" "lab" {
  account_id        = aws_organizations_account.lab.id
  service_principal = local.services[0]
}

# Of a service that is disabled with the change: deregistered first, and registered again when the other one is enabled.
resource "aws_organizations_delegated_administrator" "payments" {
  account_id        = aws_organizations_account.payments[var.later ? 1 : 0].id
  service_principal = local.services[1]
}

resource "aws_organizations_resource_policy" "this" {
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OptOuts"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${aws_organizations_account.lab.id}:root" }
      Action = concat(
        ["organizations:DescribePolicy", "organizations:ListPolicies"],
        var.later ? ["organizations:UpdatePolicy"] : [],
      )
      Resource  = "*"
      Condition = { StringEquals = { "organizations:PolicyType" = "AISERVICES_OPT_OUT_POLICY" } }
    }]
  })
  tags = var.later ? { reviewed = "yes" } : { owner = "Zoë" }
}
