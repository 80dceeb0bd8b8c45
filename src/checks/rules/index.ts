import type { Rule } from '../rule.ts';
import { actionOverdue } from './action-overdue.ts';
import { alertRunbookUrl } from './alert-runbook-url.ts';
import { alertUnlisted } from './alert-unlisted.ts';
import { alertWithoutRunbook } from './alert-without-runbook.ts';
import { backupNeverRestored } from './backup-never-restored.ts';
import { contactUnverified } from './contact-unverified.ts';
import { contentActiveHtml } from './content-active-html.ts';
import { contentDiagram } from './content-diagram.ts';
import { contentDuplicateId } from './content-duplicate-id.ts';
import { contentEncoding } from './content-encoding.ts';
import { contentSchema } from './content-schema.ts';
import { contentSecret } from './content-secret.ts';
import { contentSyntax } from './content-syntax.ts';
import { contentValue } from './content-value.ts';
import { coverageNoBackup } from './coverage-no-backup.ts';
import { coverageNoRunbook } from './coverage-no-runbook.ts';
import { coverageUndocumentedRunbook } from './coverage-undocumented-runbook.ts';
import { escalationOrder } from './escalation-order.ts';
import { escalationSeverityUnreachable } from './escalation-severity-unreachable.ts';
import { escalationSingleHolder } from './escalation-single-holder.ts';
import { escalationUnknownRole } from './escalation-unknown-role.ts';
import { indicatorConflict } from './indicator-conflict.ts';
import { indicatorThresholdOrder } from './indicator-threshold-order.ts';
import { linkBrokenAnchor } from './link-broken-anchor.ts';
import { linkBrokenPage } from './link-broken-page.ts';
import { linkBrokenReference } from './link-broken-reference.ts';
import { linkOrphan } from './link-orphan.ts';
import { raciOneAccountable } from './raci-one-accountable.ts';
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
import { runbookNeverTested } from './runbook-never-tested.ts';
import { scenarioWithoutRunbook } from './scenario-without-runbook.ts';
import { secretNoRotation } from './secret-no-rotation.ts';
import { spofWithoutRisk } from './spof-without-risk.ts';
import { timeBackupExceedsRpo } from './time-backup-exceeds-rpo.ts';
import { timeDependencySlower } from './time-dependency-slower.ts';
import { timeDrillMissedTarget } from './time-drill-missed-target.ts';
import { timeDurationMismatch } from './time-duration-mismatch.ts';
import { timeRtoExceedsMtpd } from './time-rto-exceeds-mtpd.ts';
import { timeRunbookExceedsRto } from './time-runbook-exceeds-rto.ts';

/** Every rule, in the order of MODEL.md. A new rule is a file beside and a line here. */
export const rules: readonly Rule[] = [
  contentSyntax,
  contentSchema,
  contentValue,
  contentDuplicateId,
  linkBrokenReference,
  linkBrokenPage,
  linkBrokenAnchor,
  linkOrphan,
  contentEncoding,
  contentDiagram,
  contentSecret,
  contentActiveHtml,
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
  timeBackupExceedsRpo,
  timeRtoExceedsMtpd,
  timeDependencySlower,
  timeDrillMissedTarget,
  timeDurationMismatch,
  escalationUnknownRole,
  escalationSeverityUnreachable,
  escalationSingleHolder,
  contactUnverified,
  raciOneAccountable,
  escalationOrder,
  coverageNoRunbook,
  coverageUndocumentedRunbook,
  coverageNoBackup,
  backupNeverRestored,
  runbookNeverTested,
  spofWithoutRisk,
  scenarioWithoutRunbook,
  alertWithoutRunbook,
  alertRunbookUrl,
  alertUnlisted,
  secretNoRotation,
  indicatorThresholdOrder,
  indicatorConflict,
];
