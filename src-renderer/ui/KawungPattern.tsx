/** The lens of the kawung motif lies on the diagonal of each quarter; a smaller one inside it, as in the cloth. */
const LENSES = [
  { x: 18, y: 18, turn: 45 },
  { x: 54, y: 18, turn: -45 },
  { x: 18, y: 54, turn: -45 },
  { x: 54, y: 54, turn: 45 },
]

/** The kawung motif as quiet lines; the class gives it its place and strength. */
export function KawungPattern({ className }: { className: string | undefined }) {
  return (
    <svg className={className} aria-hidden="true">
      <defs>
        <pattern id="kawung" width="72" height="72" patternUnits="userSpaceOnUse">
          <g fill="none" stroke="#e2b65f" strokeWidth="1.2">
            {LENSES.map(({ x, y, turn }) => (
              <g key={`${x}-${y}`} transform={`translate(${x} ${y}) rotate(${turn})`}>
                <ellipse rx="23" ry="11.5" />
                <ellipse rx="12" ry="3.6" strokeWidth="0.8" />
              </g>
            ))}
            <circle cx="36" cy="36" r="2" />
            <circle cx="36" cy="0" r="2" />
            <circle cx="0" cy="36" r="2" />
            <circle cx="36" cy="72" r="2" />
            <circle cx="72" cy="36" r="2" />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#kawung)" />
    </svg>
  )
}
