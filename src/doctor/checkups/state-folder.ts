import { join } from 'node:path';
import { isFolder } from '../../platform/paths/is-folder.js';
import { isWritableFolder } from '../../platform/paths/is-writable-folder.js';
import { type Answer, type Checkup, ok } from '../checkup.js';

const FOLDER = '.specflow';

export const stateFolder: Checkup = {
  name: 'state',
  look({ root }) {
    const folder = join(root, FOLDER);
    switch (isWritableFolder(folder)) {
      case 'yes':
        return ok(`${FOLDER}/ can be written`);
      case 'missing':
        return isWritableFolder(root) === 'no'
          ? [unwritable('Give this user the right to write to the folder of the project.')]
          : ok(`no ${FOLDER}/ yet; specflow init makes it`);
      case 'no':
        return [
          unwritable(
            isFolder(folder)
              ? `Give this user the right to write to ${FOLDER}/.`
              : `Move the file called ${FOLDER} away; a folder has to stand there.`,
          ),
        ];
    }
  },
};

function unwritable(remedy: string): Answer {
  const message = `${FOLDER}/ cannot be written: check works without, more slowly; heal does not.`;
  return { state: 'warn', message, remedy };
}
