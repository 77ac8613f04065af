/** An address of the web as a text spells it; of a host that is not spelt out, as in a template, the name is empty. */
export interface Address {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly written: string;
}

/** The addresses of a text, as they were, that another text asks with encryption and the first one does not. */
export function securedAddresses(was: string, made: string): readonly Address[] {
  const now = addressesIn(made);
  return addressesIn(was).filter((address, index) => {
    const next = now[index];
    return next !== undefined && !address.isSecure && next.isSecure && address.host === next.host;
  });
}

function addressesIn(text: string): readonly Address[] {
  return [...text.matchAll(/\b(?:http|ws)(s?):\/\/(\[[^\]\s]*\]|[\w.-]*)(:[\w$]+)?([^\s"'`<>]*)/g)].map((match) => {
    const [written, secure, host = '', port = '', path = ''] = match;
    return { isSecure: secure === 's', host: host.toLowerCase(), port, path, written };
  });
}

/** Whether a host is a machine of its own, or is asked on a port that was opened for what is not encrypted. */
export function isNearby({ host, port, path }: Address): boolean {
  // Of any machine some speak only the one.
  if ((port !== '' && port !== ':443') || /^(?:\$\{[^}]*\}:|\*)/.test(path)) return true;
  // What is put in at run time goes on with the name.
  if (host === '' || path.startsWith('${')) return false;
  return !/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/.test(host) || NEARBY.test(host);
}

const NEARBY = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|svc)$|\.svc\.|\.home\.arpa$/;
