/** A small contract with an error that can be healed two ways, one that cannot, and a warning. */
export const SECURITY_CONTRACT = `contract_meta: { id: security, version: 1 }
rules:
  non_negotiable:
    - id: SEC-001
      title: No hardcoded secrets
      scope: ["src/**/*.{ts,tsx}"]
      behavior:
        forbidden_patterns:
          - pattern: /(password|api_key|secret)\\s*[:=]\\s*['"][^'"]+['"]/i
            message: Hardcoded secret detected
            auto_fix:
              strategy: replace
              hint: Replace hardcoded value with process.env.VARIABLE_NAME
              wrap_pattern: "process.env.\${UPPER_SNAKE_CASE_NAME}"
        example_violation: const api_key = "abc"
        example_compliant: const api_key = process.env.API_KEY
    - id: SEC-003
      title: No innerHTML
      scope: ["src/**/*.{ts,tsx}"]
      behavior:
        forbidden_patterns:
          - pattern: /\\.innerHTML\\s*=/
            message: Direct innerHTML assignment
  soft:
    - id: STYLE-1
      title: No todo
      scope: ["src/**/*.ts"]
      behavior:
        forbidden_patterns:
          - pattern: /FIXME/
            message: Unfinished
`;

/** The store of the worked example, with the given confidence. */
export function storeWith(confidence: string, tier: string): string {
  return `{
  "version": 1,
  "patterns": [
    {
      "id": "fix-sec-003-innerhtml",
      "rule_id": "SEC-003",
      "description": "Assign text, not markup",
      "match": "\\\\.innerHTML\\\\s*=",
      "replacement_template": ".textContent =",
      "confidence": ${confidence},
      "tier": "${tier}",
      "applied_count": 12,
      "success_count": 12,
      "failure_count": 0,
      "last_used": null,
      "created": "2026-01-01"
    }
  ]
}
`;
}

/** Line 28 assigns markup from data. */
export const USER_PROFILE = `${'// line\n'.repeat(25)}export function show(element: HTMLElement, userData: { bio: string }): void {
  // Comes from the profile form.
  element.innerHTML = userData.bio
}
`;
