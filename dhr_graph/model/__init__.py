"""The contracts between the stages: documents, dates, records, and what a reading hands on."""
