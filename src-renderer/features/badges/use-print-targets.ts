import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDesktop, orpc } from '#renderer/rpc/client.ts'
import { getPrintChoice, type PrintChoice, rememberPrintChoice } from '#renderer/rpc/print-choice.ts'

/** Where this device can print, as options of a list, and what is chosen; remembered on this device. */
export interface PrintTargets {
  options: { value: string; label: string }[]
  value: string
  choice: PrintChoice
  choose(value: string): void
}

/** Printers of the main computer, a PDF (desktop window only), and the browser's own dialog. */
export function usePrintTargets(): PrintTargets {
  const { t } = useTranslation()
  const printers = useQuery(orpc.badges.printers.queryOptions({ refetchOnMount: 'always' }))
  const [chosen, setChosen] = useState(getPrintChoice)
  const options = [
    ...(printers.data ?? []).map(printer => ({
      value: `printer:${printer.name}`,
      label: printer.isDefault ? t('badges.print.standard', { name: printer.displayName }) : printer.displayName,
    })),
    isDesktop ? { value: 'pdf:', label: t('badges.print.pdf') } : { value: 'dialog:', label: t('badges.print.dialog') },
  ]
  const standard = printers.data?.find(printer => printer.isDefault) ?? printers.data?.[0]
  const wanted = `${chosen.target}:${chosen.target === 'printer' ? chosen.printer || (standard?.name ?? '') : ''}`
  const value = options.find(option => option.value === wanted)?.value ?? options[0]?.value ?? 'dialog:'
  return {
    options,
    value,
    choice: asChoice(value),
    choose(next) {
      setChosen(asChoice(next))
      rememberPrintChoice(asChoice(next))
    },
  }
}

function asChoice(value: string): PrintChoice {
  const [target, printer] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)]
  return { target: target as PrintChoice['target'], printer }
}
