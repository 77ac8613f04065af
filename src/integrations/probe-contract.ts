/** The one rule of a temporary project in which an installed hook shows whether it works. */
export const PROBE_RULE = 'SPECFLOW-PROBE';

/** Text files must not say "violating". */
export const PROBE_CONTRACT = `contract_meta: { id: specflow-probe, version: 1 }
rules:
  non_negotiable:
    - id: ${PROBE_RULE}
      title: The probe of an installed hook
      scope: ["**/*.txt"]
      behavior:
        forbidden_patterns:
          - pattern: /violating/
            message: The hook works
`;
