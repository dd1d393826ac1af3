import { useTranslation } from 'react-i18next'
import { CameraView } from './CameraView.tsx'
import { DialogFrame } from './DialogFrame.tsx'

/** Looks for a badge in the camera's picture; who shows it closes it with the first code. */
export function CameraDialog({ onClose, onCode }: { onClose(): void; onCode(code: string): void }) {
  const { t } = useTranslation()
  return (
    <DialogFrame title={<b>{t('scanning.camera.title')}</b>} size={720} onClose={onClose}>
      <CameraView onCode={onCode} />
    </DialogFrame>
  )
}
