/** One source of each type of diagram that wikis of operations hold. */
export const diagrams = {
  flowchart: 'flowchart LR\n  accTitle: Chaîne\n  accDescr: Du dashboard au cache\n  A["Opérateur & Co"] --> B{Choix ?}\n  B -->|"délai > 5000 ms"| C[(Base)]\n  classDef warn fill:#f96,stroke:#333\n  class B warn',
  sequence: 'sequenceDiagram\n  participant U as Utilisateur\n  participant A as API\n  U->>+A: Demande\n  Note over U,A: Un jeton\n  A-->>-U: 200',
  state: 'stateDiagram-v2\n  [*] --> Ouvert\n  Ouvert --> Clos : résolu\n  Clos --> [*]',
  gantt: 'gantt\n  title Reprise\n  dateFormat YYYY-MM-DD\n  section Base\n  Restaurer :crit, a1, 2026-01-01, 3d\n  Jalon :milestone, m1, 2026-01-08, 0d',
  timeline: 'timeline\n  accTitle: La nuit du 3 mars\n  title Incident\n  section Nuit\n    02h14 : Alerte',
  quadrant: 'quadrantChart\n  title Effort et effet\n  x-axis "Faible effort" --> "Fort effort"\n  y-axis "Faible effet" --> "Fort effet"\n  "Sauvegardes": [0.3, 0.8]',
  er: 'erDiagram\n  CLIENT ||--o{ COMMANDE : passe\n  CLIENT {\n    int id PK\n  }',
  pie: 'pie showData\n  title Causes\n  "Réseau" : 42\n  "Base" : 30',
} as const;
