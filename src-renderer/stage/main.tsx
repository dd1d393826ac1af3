import '@fontsource-variable/plus-jakarta-sans'
import '@fontsource-variable/fraunces'
import './stage.css'
import { createRoot } from 'react-dom/client'
import { Welcome } from './Welcome.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<Welcome />)
