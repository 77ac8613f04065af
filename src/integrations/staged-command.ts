/** What a hook before a commit runs; where nothing is installed it fails, and fetches nothing. */
export const STAGED_COMMAND = 'npx --no-install specflow check --staged';
