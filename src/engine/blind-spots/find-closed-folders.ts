import type { ClosedFolder } from '../../model/closed-folder.js';
import type { Rule } from '../../model/contract.js';
import type { Finding } from '../../model/finding.js';
import { listNames } from '../list-names.js';

/**
 * Folders that were not entered although rules ask for files in them. What a rule judges behind a link, it judges under
 * the file's own name, where its scope holds that.
 * @param kept those of some files that are not excluded
 */
export function findClosedFolders(
  rules: readonly Rule[],
  folders: readonly ClosedFolder[],
  kept: (files: readonly string[]) => readonly string[],
): readonly Finding[] {
  return folders.flatMap((folder) => {
    const files = kept(folder.files);
    const asking = rules.flatMap((rule) => {
      const unseen = rule.scope.select(files).find((file) => !isJudgedElsewhere(rule, file, folder, kept));
      return unseen === undefined ? [] : [{ rule, unseen }];
    });
    const [first] = asking;
    return first === undefined
      ? []
      : [
          toFinding(
            folder,
            first.unseen,
            asking.map(({ rule }) => rule.id),
          ),
        ];
  });
}

function isJudgedElsewhere(
  { scope }: Rule,
  file: string,
  { path, real }: ClosedFolder,
  kept: (files: readonly string[]) => readonly string[],
): boolean {
  if (real === null) return false;
  const own = `${real}${file.slice(path.length)}`.replace(/^\//, '');
  return scope.select(kept([own])).length > 0;
}

function toFinding({ path, kind }: ClosedFolder, example: string, ruleIds: readonly string[]): Finding {
  const what = kind === 'link' ? 'a link to a folder' : 'a repository of its own, such as a submodule';
  const instead = kind === 'link' ? 'Put the folder it leads to in scope' : 'Check it where it is';
  return {
    code: 'scope/not-entered',
    ruleId: null,
    file: path,
    line: null,
    message: `This is ${what}, so what lies in the scope of ${listNames(ruleIds)} there was not looked at, such as ${example}.`,
    help: `${instead}, or leave it out by \`exclude\` in .specflow/config.json.`,
    about: path,
  };
}
