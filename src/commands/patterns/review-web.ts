import { basename } from 'node:path';
import { deskPage } from '../../desk/desk-page.js';
import { deskState } from '../../desk/desk-state.js';
import { readFindings } from '../../findings/findings-folder.js';
import { UsageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { type PageAnswer, type PageRequest, serveLoopback } from '../../platform/loopback-server.js';
import { decideFinding } from '../findings/findings-decide.js';
import { reportProblem } from '../output/report-problem.js';
import type { Session } from '../workspace/session.js';
import { acceptById, rejectById, setRetired } from './decide-review.js';
import { onShelf, openShelf } from './pattern-shelf.js';

/** Serves the desk to this machine until it is interrupted. */
export async function reviewWeb(session: Session): Promise<void> {
  const { terminal } = session;
  // What is broken is told before anybody opens a page.
  openShelf(session);
  for (const problem of readFindings(openShelf(session).root).problems) reportProblem(problem, session);
  const server = await serveLoopback(
    (request, nonce) => answer(request, nonce, session),
    (error) => terminal.err(`${sanitize(error.stack ?? error.message, '\n')}\n`),
  );
  terminal.out(`${server.url}\n`);
  terminal.err('Open this address in a browser of this machine; whoever has it may decide. Ctrl-C ends it.\n');
  await session.interruptibly(() => new Promise<void>(() => undefined), undefined);
  server.close();
  session.conclude(0);
}

function answer({ method, path, body }: PageRequest, nonce: string, session: Session): PageAnswer {
  if (method === 'GET' && path === '') return { status: 200, type: 'text/html', body: deskPage(nonce) };
  if (method === 'GET' && path === 'state') return json(200, stateOf(session));
  if (method === 'POST' && path === 'decide') return decide(body, session);
  return json(404, { error: 'There is no such page.', help: null });
}

function json(status: PageAnswer['status'], value: unknown): PageAnswer {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

function stateOf(session: Session): unknown {
  const { root, store, lines, reviews, config } = openShelf(session);
  return deskState({
    project: basename(root),
    patterns: store.patterns,
    lines,
    reviews,
    findings: readFindings(root).records,
    today: session.clock.today(),
    minConfidence: config.healLoop.minConfidence,
    decideWithinDays: config.findings.decideWithinDays,
  });
}

function decide(body: string, session: Session): PageAnswer {
  const asked = fieldsOf(body);
  const { kind, id } = asked;
  if (id === undefined) return json(400, { error: 'The request names nothing.', help: null });
  try {
    switch (kind) {
      case 'accept':
        return json(200, { said: onShelf(session, (shelf, moment) => acceptById(shelf, id, moment)) });
      case 'reject':
        return json(200, { said: onShelf(session, (shelf, moment) => rejectById(shelf, id, false, moment)) });
      case 'retire':
        return json(200, { said: onShelf(session, (shelf, moment) => setRetired(shelf, id, 'retired', moment)) });
      case 'restore':
        return json(200, { said: onShelf(session, (shelf, moment) => setRetired(shelf, id, 'restored', moment)) });
      case 'finding':
        return json(200, { said: decideOn(id, asked, session) });
      default:
        return json(400, { error: 'There is no such decision.', help: null });
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return json(200, { error: error.problem.message, help: error.problem.help });
  }
}

/** As on the command line, with what it would print. */
function decideOn(id: string, { decision, reason, until }: Fields, session: Session): string {
  const why = reason === undefined ? {} : { reason };
  if (decision === 'accepted') return decideFinding(id, { accept: true, ...why }, session);
  if (decision === 'dismissed') return decideFinding(id, { dismiss: true, ...why }, session);
  return decideFinding(id, { defer: until ?? '', ...why }, session);
}

type Fields = Readonly<Partial<Record<'kind' | 'id' | 'decision' | 'reason' | 'until', string>>>;

function fieldsOf(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, field]) => typeof field === 'string' && field !== ''));
  } catch {
    // What is no JSON names nothing, and is told so.
    return {};
  }
}
