"""The frozen types that travel from stage to stage; each module holds those of one stage."""
