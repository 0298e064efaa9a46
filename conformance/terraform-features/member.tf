# The member account by the role that was made with it.

# Its role is not known before the account is made.
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
