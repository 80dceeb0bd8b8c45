import type { Rule } from '../rule.ts';
import { actionOverdue } from './action-overdue.ts';
import { contentDuplicateId } from './content-duplicate-id.ts';
import { contentEncoding } from './content-encoding.ts';
import { contentSchema } from './content-schema.ts';
import { contentSyntax } from './content-syntax.ts';
import { linkBrokenReference } from './link-broken-reference.ts';
import { registerTooManyCritical } from './register-too-many-critical.ts';
import { reviewOverdue } from './review-overdue.ts';
import { riskAcceptanceExpired } from './risk-acceptance-expired.ts';
import { riskAcceptanceMissing } from './risk-acceptance-missing.ts';
import { riskHighWithoutRunbook } from './risk-high-without-runbook.ts';
import { riskNeedsAction } from './risk-needs-action.ts';
import { riskNoOwner } from './risk-no-owner.ts';
import { riskOffScale } from './risk-off-scale.ts';
import { riskResidualWithoutControl } from './risk-residual-without-control.ts';
import { riskScoreMismatch } from './risk-score-mismatch.ts';
import { riskTargetAboveCurrent } from './risk-target-above-current.ts';
import { timeRunbookExceedsRto } from './time-runbook-exceeds-rto.ts';

/** Every rule, in the order of MODEL.md. A new rule is a file beside and a line here. */
export const rules: readonly Rule[] = [
  contentSyntax,
  contentSchema,
  contentDuplicateId,
  linkBrokenReference,
  contentEncoding,
  riskScoreMismatch,
  riskOffScale,
  riskNeedsAction,
  actionOverdue,
  riskAcceptanceMissing,
  riskAcceptanceExpired,
  riskResidualWithoutControl,
  riskTargetAboveCurrent,
  riskHighWithoutRunbook,
  riskNoOwner,
  reviewOverdue,
  registerTooManyCritical,
  timeRunbookExceedsRto,
];
