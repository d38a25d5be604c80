replicas: 3
