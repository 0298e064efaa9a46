# The same organization, looked at through every data source that the provider has for it.

data "aws_caller_identity" "current" {}

data "aws_organizations_organization" "this" {
  depends_on = [aws_organizations_account.lab, aws_organizations_account.payments, aws_organizations_account.archive]
}

data "aws_organizations_organizational_unit" "research" {
  parent_id  = local.root
  name       = aws_organizations_organizational_unit.research.name
  depends_on = [aws_organizations_organizational_unit.research]
}

data "aws_organizations_organizational_units" "top" {
  parent_id  = local.root
  depends_on = [aws_organizations_organizational_unit.research, aws_organizations_organizational_unit.production]
}

data "aws_organizations_organizational_unit_child_accounts" "production" {
  parent_id  = aws_organizations_organizational_unit.production.id
  depends_on = [aws_organizations_account.lab, aws_organizations_account.payments]
}

data "aws_organizations_organizational_unit_descendant_accounts" "root" {
  parent_id  = local.root
  depends_on = [aws_organizations_account.lab, aws_organizations_account.payments, aws_organizations_account.archive]
}

data "aws_organizations_organizational_unit_descendant_organizational_units" "root" {
  parent_id  = local.root
  depends_on = [aws_organizations_organizational_unit.research, aws_organizations_organizational_unit.studio, aws_organizations_organizational_unit.production]
}

data "aws_organizations_policies" "opt_out" {
  filter     = "AISERVICES_OPT_OUT_POLICY"
  depends_on = [aws_organizations_policy.opt_out, aws_organizations_policy.share]
}

data "aws_organizations_policy" "opt_out" {
  policy_id = aws_organizations_policy.opt_out.id
}

data "aws_organizations_policies_for_target" "root" {
  target_id  = local.root
  filter     = "AISERVICES_OPT_OUT_POLICY"
  depends_on = [aws_organizations_policy_attachment.opt_out]
}

data "aws_organizations_resource_tags" "research" {
  resource_id = aws_organizations_organizational_unit.research.id
  depends_on  = [aws_organizations_organizational_unit.research]
}

data "aws_organizations_delegated_administrators" "all" {
  depends_on = [aws_organizations_delegated_administrator.lab, aws_organizations_delegated_administrator.payments]
}

data "aws_organizations_delegated_administrators" "of_one" {
  service_principal = aws_organizations_delegated_administrator.payments.service_principal
  depends_on        = [aws_organizations_delegated_administrator.payments]
}

data "aws_organizations_delegated_services" "lab" {
  account_id = aws_organizations_delegated_administrator.lab.account_id
  depends_on = [aws_organizations_delegated_administrator.lab]
}

data "aws_organizations_resource_tags" "resource_policy" {
  resource_id = aws_organizations_resource_policy.this.id
  depends_on  = [aws_organizations_resource_policy.this]
}

# Sets, or sorted where the provider has lists, so that two runs compare.
output "seen" {
  value = {
    caller_account   = data.aws_caller_identity.current.account_id
    caller_arn       = data.aws_caller_identity.current.arn
    management       = data.aws_organizations_organization.this.master_account_id
    accounts         = sort(data.aws_organizations_organization.this.accounts[*].name)
    policy_types     = sort(data.aws_organizations_organization.this.enabled_policy_types)
    research         = data.aws_organizations_organizational_unit.research.id
    top_units        = sort(data.aws_organizations_organizational_units.top.children[*].name)
    in_production    = sort(data.aws_organizations_organizational_unit_child_accounts.production.accounts[*].name)
    accounts_below   = sort(data.aws_organizations_organizational_unit_descendant_accounts.root.accounts[*].name)
    units_below      = sort(data.aws_organizations_organizational_unit_descendant_organizational_units.root.children[*].name)
    opt_out_policies = length(data.aws_organizations_policies.opt_out.ids)
    content          = data.aws_organizations_policy.opt_out.content
    on_root          = data.aws_organizations_policies_for_target.root.ids
    research_tags    = data.aws_organizations_resource_tags.research.tags
    services         = sort(data.aws_organizations_organization.this.aws_service_access_principals)
    administrators   = sort(data.aws_organizations_delegated_administrators.all.delegated_administrators[*].name)
    of_one           = data.aws_organizations_delegated_administrators.of_one.delegated_administrators[*].name
    lab_administers  = data.aws_organizations_delegated_services.lab.delegated_services[*].service_principal
    delegation_tags  = data.aws_organizations_resource_tags.resource_policy.tags
  }
}
