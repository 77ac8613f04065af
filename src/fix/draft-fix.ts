import { applyEdits, type Edit } from '../model/edit.js';
import type { FixInstruction, FixSite } from '../model/fix-site.js';
import { isRefusal, type Refusal, refuse } from '../model/refusal.js';
import { isGenerated } from '../syntax/is-generated.js';
import { parseSyntax } from '../syntax/parse-syntax.js';
import { checkSuppressed, commentsOfText } from './checks/check-suppressed.js';
import { draftSyntax, type SyntaxDraft } from './draft-syntax.js';
import { locateMatch } from './matching/locate-match.js';
import { checkAddress } from './text/check-address.js';
import { checkComponent } from './text/check-component.js';
import { checkKeys } from './text/check-keys.js';
import { checkScript } from './text/check-script.js';
import { checkTemplate } from './text/check-template.js';
import { fixScript } from './text/fix-script.js';
import { fixText } from './text/fix-text.js';

/** Edits that an instruction makes of a site. Those of syntax are still to be checked, see `checkDraft`; those of text are not. */
export type DraftedFix =
  | { readonly kind: 'text'; readonly edits: readonly Edit[] }
  | (SyntaxDraft & { readonly kind: 'syntax' });

/** What an instruction would change at a site; nothing is parsed for it but the site's own text and snippets. */
export function draftFix(site: FixSite, instruction: FixInstruction): DraftedFix | Refusal {
  if (isGenerated(site.path, site.text)) {
    return refuse('generated-file', 'The file is generated, or looks like it; mend what generates it.');
  }
  const match = locateMatch(site, instruction);
  if (isRefusal(match)) return match;
  const tree = parseSyntax(site.path, site.text);
  if (tree) {
    const drafted = draftSyntax({ site, instruction, tree, match });
    return isRefusal(drafted) ? drafted : changed(site, { kind: 'syntax', ...drafted });
  }
  const suppressed = checkSuppressed({ site, match }, () => commentsOfText(site.text));
  if (suppressed) return suppressed;
  const scripted = match && fixScript(site, instruction, match);
  const edits = scripted ?? fixText(site, instruction, match);
  if (isRefusal(edits)) return edits;
  const refusal =
    checkComponent(site.path, site.text, edits) ??
    checkKeys(site.path, site.text, edits) ??
    // What syntax made of a script is judged already.
    (match === null || scripted !== null
      ? null
      : (checkAddress(site.text, edits) ??
        checkScript(site, instruction, match, edits) ??
        checkTemplate(site, instruction, match, edits)));
  return refusal ?? changed(site, { kind: 'text', edits });
}

function changed(site: FixSite, drafted: DraftedFix | Refusal): DraftedFix | Refusal {
  if (isRefusal(drafted)) return drafted;
  const { edits } = drafted;
  return edits.length === 0 || applyEdits(site.text, edits) === site.text
    ? refuse('no-change', 'What the fix would bring about is there already.')
    : drafted;
}
