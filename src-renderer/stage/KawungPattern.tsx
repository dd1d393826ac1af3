/** The kawung motif as quiet lines behind every scene. */
export function KawungPattern() {
  return (
    <svg className="stage-pattern" aria-hidden="true">
      <defs>
        <pattern id="kawung" width="120" height="120" patternUnits="userSpaceOnUse">
          <g fill="none" stroke="#e2b65f" strokeWidth="1.4">
            <ellipse cx="60" cy="30" rx="18" ry="26" />
            <ellipse cx="60" cy="90" rx="18" ry="26" />
            <ellipse cx="30" cy="60" rx="26" ry="18" />
            <ellipse cx="90" cy="60" rx="26" ry="18" />
            <circle cx="60" cy="60" r="4" />
            <circle cx="0" cy="0" r="4" />
            <circle cx="120" cy="0" r="4" />
            <circle cx="0" cy="120" r="4" />
            <circle cx="120" cy="120" r="4" />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#kawung)" />
    </svg>
  )
}
