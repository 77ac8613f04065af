import { join } from 'node:path';
import { isWritableFolder } from '../../platform/paths/is-writable-folder.js';
import { type Checkup, ok } from '../checkup.js';

export const stateFolder: Checkup = {
  name: 'state',
  look({ root }) {
    const folder = '.specflow';
    switch (isWritableFolder(join(root, folder))) {
      case 'yes':
        return ok(`${folder}/ can be written`);
      case 'missing':
        return ok(`no ${folder}/ yet; specflow init makes it`);
      case 'no':
        return [
          {
            state: 'warn',
            message: `${folder}/ cannot be written: check works without, more slowly; heal does not.`,
            remedy: `Give this user the right to write to ${folder}/.`,
          },
        ];
    }
  },
};
