import type { BadgeDrawing } from './badge-drawing.ts'
import { FACES, familyOf } from './badge-fonts.ts'

/** A badge as SVG, in units of a millimetre: the same on screen and on paper. */
export function BadgeDrawingGroup({ drawing }: { drawing: BadgeDrawing }) {
  const { areas, texts, pictures, qr } = drawing
  return (
    <>
      {areas.map((area, index) => (
        <rect key={index} x={area.x} y={area.y} width={area.width} height={area.height} fill={area.color} />
      ))}
      {pictures.map((picture, index) => (
        <image
          key={index}
          x={picture.x}
          y={picture.y}
          width={picture.width}
          height={picture.height}
          href={picture.href}
        />
      ))}
      {texts.map((line, index) => (
        <text
          key={index}
          x={line.x}
          y={line.y}
          fill={line.color}
          fontFamily={familyOf(line.face)}
          fontWeight={FACES[line.face].weight}
          fontSize={line.sizeMm}
          textAnchor={line.anchor}
          letterSpacing={line.spacingMm || undefined}
        >
          {line.text}
        </text>
      ))}
      {qr && (
        <path
          d={qr.path}
          transform={`translate(${qr.x} ${qr.y}) scale(${qr.sizeMm / qr.moduleCount})`}
          fill="#000"
          shapeRendering="crispEdges"
        />
      )}
    </>
  )
}
