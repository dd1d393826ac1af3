import { Container, Text, Title } from '@mantine/core'
import type { EventSummary } from '#main/features/events/contract.ts'

/** The open event: what it is called, when and where. */
export function EventScreen({ event }: { event: EventSummary }) {
  return (
    <Container size="md" py="xl">
      <Title order={1}>{event.name}</Title>
      <Text c="dimmed">{event.venue}</Text>
    </Container>
  )
}
