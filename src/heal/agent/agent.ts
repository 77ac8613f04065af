/** A coding agent that may propose a fix. It is shown a task and answers with text; what it claims counts for nothing. */
export interface Agent {
  propose(task: AgentTask): Promise<AgentReply>;
  /** How often it may be asked about one place. */
  readonly attempts: number;
  /** Whether the whole project lies before it, or only the file. */
  readonly mode: 'file' | 'worktree';
}

export interface AgentTask {
  /** Root-relative. */
  readonly path: string;
  readonly text: string;
  /** What the agent reads. */
  readonly prompt: string;
}

export type AgentReply =
  /** What it wrote to standard output. */
  | { readonly kind: 'answer'; readonly text: string }
  /** The file as it left it in its scratch folder, where it gave no block of edits. */
  | { readonly kind: 'edited'; readonly text: string }
  /** It touched what it was not asked about, or answered twice; one clause. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It ran out of time, failed, said too much, or may not be asked any more; one clause. */
  | { readonly kind: 'failed'; readonly why: string };

/** An answer that was not taken. */
export interface EarlierAnswer {
  /** As the agent gave it, or as a diff; shortened. */
  readonly answer: string;
  /** What was wrong with it, one sentence. */
  readonly objection: string;
}
