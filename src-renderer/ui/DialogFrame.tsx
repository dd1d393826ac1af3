import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A dialog of the desk: Esc closes it, and the field has the focus again. */
export function DialogFrame({
  title,
  size = 560,
  onClose,
  children,
}: {
  title: ReactNode
  size?: number
  onClose(): void
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      centered
      returnFocus={false}
      title={title}
      transitionProps={{ duration: 80 }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {children}
    </Modal>
  )
}
